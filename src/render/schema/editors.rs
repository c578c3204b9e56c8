//! How editors find the schemas.

use super::Written;

/// What somebody does so that an editor knows the schema of the files they write.
pub fn editors(written: Written) -> String {
    let word = written.word();
    let name = format!("{word}.schema.json");
    let files = match written {
        Written::Charter => "charter.yaml",
        Written::Record => "records/**/*.yaml",
        Written::Columns => "columns.yaml",
    };
    format!(
        r#"Write the schema into a file, and again after each new version of the program:

  charter-audit schema {word} > {name}

Editors with the YAML language server, such as VS Code with its YAML extension,
take it from the first line of a file, by the path from that file to the schema:

# yaml-language-server: $schema={name}

or from the settings of a folder, in VS Code `.vscode/settings.json`, for all
files of a name:

{{
  "yaml.schemas": {{ "./{name}": ["{files}"] }}
}}

Where `charter-audit convert` has marked values with `!unclear`, these settings
need `"yaml.customTags": ["!unclear scalar"]` as well.
"#
    )
}
