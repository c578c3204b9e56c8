// The YAML language server that editors use, driven as an editor does.

import { spawn } from "node:child_process";

export class Server {
  constructor(packages, settings) {
    const program = `${packages}/node_modules/yaml-language-server/bin/yaml-language-server`;
    this.process = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    this.settings = settings;
    this.answers = new Map();
    this.diagnostics = new Map();
    this.next = 1;
    let waiting = Buffer.alloc(0);
    this.process.stdout.on("data", (more) => {
      waiting = Buffer.concat([waiting, more]);
      for (;;) {
        const end = waiting.indexOf("\r\n\r\n");
        if (end < 0) return;
        const length = Number(/content-length: (\d+)/i.exec(waiting.subarray(0, end).toString())[1]);
        if (waiting.length < end + 4 + length) return;
        const message = JSON.parse(waiting.subarray(end + 4, end + 4 + length).toString());
        waiting = waiting.subarray(end + 4 + length);
        this.take(message);
      }
    });
  }

  send(message) {
    const text = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.process.stdin.write(`Content-Length: ${text.length}\r\n\r\n`);
    this.process.stdin.write(text);
  }

  take(message) {
    if (message.method === "textDocument/publishDiagnostics") {
      this.diagnostics.get(message.params.uri)?.(message.params.diagnostics);
    } else if (message.method && message.id !== undefined) {
      const isAsked = message.method === "workspace/configuration";
      const result = isAsked ? message.params.items.map(({ section }) => this.settings[section] ?? null) : null;
      this.send({ id: message.id, result });
    } else if (this.answers.has(message.id)) {
      this.answers.get(message.id)(message);
      this.answers.delete(message.id);
    }
  }

  ask(method, params) {
    const id = this.next++;
    this.send({ id, method, params });
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no answer to ${method}`)), 20000);
      this.answers.set(id, ({ result, error }) => {
        clearTimeout(late);
        error ? reject(new Error(error.message)) : resolve(result);
      });
    });
  }

  async start(folder) {
    await this.ask("initialize", {
      processId: process.pid,
      rootUri: `file://${folder}`,
      workspaceFolders: [{ uri: `file://${folder}`, name: "records" }],
      capabilities: {
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
        textDocument: {
          completion: { completionItem: { documentationFormat: ["markdown"] } },
          hover: { contentFormat: ["markdown"] },
          publishDiagnostics: {},
        },
      },
    });
    this.send({ method: "initialized", params: {} });
    this.send({ method: "workspace/didChangeConfiguration", params: { settings: this.settings } });
  }

  // What the server finds wrong in a file that is opened under this address.
  open(uri, text) {
    const found = new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`nothing is said of ${uri}`)), 20000);
      this.diagnostics.set(uri, (diagnostics) => {
        clearTimeout(late);
        resolve(diagnostics);
      });
    });
    const textDocument = { uri, languageId: "yaml", version: 1, text };
    this.send({ method: "textDocument/didOpen", params: { textDocument } });
    return found;
  }

  async stop() {
    await this.ask("shutdown");
    this.send({ method: "exit" });
    this.process.stdin.end();
  }
}
