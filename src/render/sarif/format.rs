//! What of SARIF 2.1.0 is written. The names are those of the standard
//! (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>).

use identifiers::text::SafeText;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Log {
    #[serde(rename = "$schema")]
    pub(super) schema: &'static str,
    pub(super) version: &'static str,
    pub(super) runs: [SarifRun; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SarifRun {
    pub(super) tool: Tool,
    pub(super) invocations: [Invocation; 1],
    pub(super) artifacts: Vec<Artifact>,
    pub(super) results: Vec<Result>,
    pub(super) column_kind: &'static str,
    pub(super) properties: RunProperties,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RunProperties {
    pub(super) as_of: SafeText,
    pub(super) summary: SafeText,
    /// How many of the numbers are the area's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) numbers: Option<SafeText>,
}

#[derive(Serialize)]
pub(super) struct Tool {
    pub(super) driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Driver {
    pub(super) name: &'static str,
    pub(super) semantic_version: &'static str,
    pub(super) rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Descriptor {
    pub(super) id: SafeText,
    pub(super) name: &'static str,
    pub(super) short_description: Message,
    pub(super) full_description: Message,
    pub(super) help: Multiformat,
    pub(super) default_configuration: Configuration,
    /// What people call it when the promise was not kept; the short description is the promise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) properties: Option<RuleProperties>,
}

#[derive(Serialize)]
pub(super) struct RuleProperties {
    pub(super) failing: SafeText,
    /// Where the number comes from that the promise is judged by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) number: Option<&'static str>,
}

#[derive(Serialize)]
pub(super) struct Message {
    pub(super) text: SafeText,
}

#[derive(Serialize)]
pub(super) struct Multiformat {
    pub(super) text: SafeText,
    pub(super) markdown: SafeText,
}

#[derive(Serialize)]
pub(super) struct Configuration {
    pub(super) level: ResultLevel,
}

#[derive(Serialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
pub(super) enum ResultLevel {
    None,
    Note,
    Warning,
    Error,
}

#[derive(Serialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
pub(super) enum ResultKind {
    Fail,
    Review,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Invocation {
    pub(super) execution_successful: bool,
    pub(super) exit_code: u8,
    pub(super) tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
pub(super) struct Notification {
    pub(super) level: ResultLevel,
    pub(super) message: Message,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) locations: Vec<ResultLocation>,
}

#[derive(Serialize)]
pub(super) struct Artifact {
    pub(super) location: ArtifactLocation,
}

#[derive(Serialize)]
pub(super) struct ArtifactLocation {
    pub(super) uri: SafeText,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Result {
    pub(super) rule_id: SafeText,
    pub(super) rule_index: usize,
    pub(super) kind: ResultKind,
    pub(super) level: ResultLevel,
    pub(super) message: Message,
    /// GitHub refuses a file in which a result has none.
    pub(super) locations: Vec<ResultLocation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) related_locations: Vec<ResultLocation>,
    pub(super) partial_fingerprints: PartialFingerprints,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) baseline_state: Option<BaselineState>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) suppressions: Vec<Suppression>,
}

#[derive(Serialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
pub(super) enum BaselineState {
    New,
    Unchanged,
}

#[derive(Serialize)]
pub(super) struct PartialFingerprints {
    #[serde(rename = "finding/v1")]
    pub(super) finding: SafeText,
}

#[derive(Serialize)]
pub(super) struct Suppression {
    pub(super) kind: &'static str,
    pub(super) status: &'static str,
    pub(super) justification: SafeText,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ResultLocation {
    pub(super) physical_location: Physical,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) logical_locations: Vec<Logical>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Physical {
    pub(super) artifact_location: ArtifactLocation,
    /// Only where the file is a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) region: Option<ResultRegion>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ResultRegion {
    pub(super) start_line: usize,
    pub(super) start_column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Logical {
    pub(super) fully_qualified_name: SafeText,
}
