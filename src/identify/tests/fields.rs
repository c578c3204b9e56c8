//! Fields about children, and what identifies only together.

use super::*;

#[test]
fn fields_about_children() {
    each_finds(
        Kind::ChildField,
        Medium,
        &[
            "child_name: «Xxxx Yyyy»\n",
            "{child_name: «Xxxx», kind: meeting}",
            "\"childName\": \"«Xxxx, Yyyy»\",",
            "The child's name: «Xxxx»",
            "Child’s name = «Xxxx»",
            "- pupil: «Xxxx» # a remark",
            "**Pupil name:** «Xxxx»",
            "mother's surname: «Yyyy»",
            "home address: «1 High Street, Town», kind: x",
            "ehcp_ref: «A-17»",
            "Home address: «1 High Street, Town»\nkind: meeting",
            "child_name:\n  «Xxxx»\nkind: meeting",
            "Name of child: «Xxxx»",
            "name,surname\n1,«Yyyy»\n",
            "| Surname | Year |\n|---|---|\n| «Yyyy» | 6 |",
            "id\tpupil\n1\t«Xxxx»",
        ],
    );
    none_finds(&[
        "pupil voice: what they said",
        "name: Orchard Hall",
        "child_name:\nkind: meeting",
        "child_name: none",
        "upn: unique pupil number",
        "DOB: date of birth",
        "address: 1 High Street",
        "access:\n  step_free: yes",
        "we asked one pupil: what helps",
        "surname, and more\nno table",
    ]);
    let record = include_str!("../../../examples/every-field/engagement.yaml");
    let others = include_str!("../../../examples/every-field/others.yaml");
    none_finds(&[record, others, include_str!("../../../charter.yaml")]);
}

#[test]
fn combinations() {
    each_finds(
        Kind::Combination,
        Low,
        &[
            "We met. «Xxxx, aged 9, has autism».",
            "«Xxxx (9) is autistic».",
            "«Xxxx is in Year 6 and has ADHD» now.",
            "A boy «aged 9 with epilepsy at Orchard School».",
            "A «9-year-old with cerebral palsy at Orchard Primary».",
        ],
    );
    none_finds(&[
        "What should Year 6 pupils with autism get at school?",
        "Children aged 9 with autism. Xxxx came.",
        "Pupils, aged 9, with autism",
        "Xxxx, aged 9",
        "Autism support at Orchard School",
    ]);
}
