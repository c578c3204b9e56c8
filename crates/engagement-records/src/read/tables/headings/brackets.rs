//! What stands in brackets in a heading, which is mostly a hint for whoever fills it in.

/// A heading without what stands in brackets: `Date (dd/mm/yyyy)`.
pub(super) fn without_brackets(heading: &str) -> String {
    let mut depth = 0_usize;
    heading
        .chars()
        .filter(|sign| match sign {
            '(' | '[' => {
                depth += 1;
                false
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}
