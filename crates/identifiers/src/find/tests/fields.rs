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
}

#[test]
fn lists_and_groups_are_found_as_a_whole() {
    each_finds(
        Kind::ChildField,
        Medium,
        &[
            "child_name: [«Quux Zed, Flim Flam»]\nkind: meeting",
            "pupil: [«A B, C D»]",
            "{\"child_name\": [«\"A B\", \"C D\"»], \"kind\": \"x\"}",
            "child_name: [\n«Quux,\n[\"Ze]d\", 'F'' ]'],\n{name: Flim}»\n]\nkind: x",
            "child_name:\n  [«Quux, Flim»]\n",
            "child_name: [«Quux,\n  Flim»\nkind: meeting",
            "child_name: {«first: Quux, last: Flim»}",
            "child_name:\n  «- Quux\n\n  # and\n  - Flim»\nkind: x",
            "child_name:\n«- Quux\n- Flim»\nkind: x",
            "- child_name:\n  «- Quux\n  - Flim»\n- kind: x",
            "child_name: # of both\n  «- Quux\n  - Flim»\n",
            "child_name:\r\n  «- Quux\r\n  - Flim»\r\nkind: x",
            "child_name: &x «Quux»",
            "child_name: &x !!str\n  «- Quux\n  - Flim»\n",
            "child_name: &x [«Quux, Flim»]",
            "child_name: «Quux\n  Flim»\nkind: x",
            "child_name: «Quux, Flim and Zed»\nkind: x",
            "child_name: «Quux; Flim», kind: x",
            "child_name: «Quux \"Q\", Flim»\n",
            "Child's name: \"«Quux\" and \"Flim\"»\n",
            "Child's name: \"«Quux\" and Flim»\n",
            "[\"child's name: «Quux»\", \"more\"]",
            "upn: [«A-17, A-18»]",
            "? child_name\n: «Quux»\n",
            "a: b\n? child_name\n: «- Quux\n  - Flim»\nkind: x",
        ],
    );
    none_finds(&[
        "child_name: []",
        "child_name: [none]\nkind: x",
        "child_name:\n  - none\n  - \"***1\"",
        "child_name: [***1, '***2']",
        "- child_name:\n  kind: meeting",
        "upn: [unique, pupil, number]",
    ]);
}

#[test]
fn fields_with_a_dash_after_their_name() {
    each_finds(
        Kind::ChildField,
        Medium,
        &[
            "name of child - «Quux»",
            "We met. The child's name – «Quux»",
            "- Child's name -- «Quux, Flim»\nkind: x",
            "note: \"Pupil name - «Quux»\", kind: x",
            "1,\"child's name - «Quux»\"",
            "Notes - name of the child - «Quux»",
            "surname — «Quux»",
        ],
    );
    none_finds(&[
        "we asked for the surname - twice",
        "first, surname - twice",
        "pupil - staff ratio",
        "one child - two visits",
        "child's name -",
        "child's name - none",
        "surname-free",
        "UPN - unique pupil number",
    ]);
}

#[test]
fn groups_about_children() {
    each_finds(
        Kind::ChildField,
        Medium,
        &[
            "child:\n  «name: X\n  friends: Y\n  mum: Z»\nkind: x",
            "children:\n  «- name: X\n    mum: Y»\n",
            "children:\n«- age: 7\n  name: X\n- name: Y»\nkind: x",
            "child: {«name: X, address: Y»}",
            "young_person: {«age: 7, at: Orchard School»}",
            "pupils: [«{age: 7, called: X}, {called: Y}»]",
            "{\"children\": [«{\"name\":\"X\"}»]}",
            "child:\n  «parent:\n    name: X»\n",
            "child: &x\n  «name: *y»\n",
            "pupil:\n  «name: X\n  mum: Y»\n",
            "child = «Femi»",
            "Son/daughter =\t«Ignatius»\tconsent = no",
            "SON/DAUGHTER'S NAME\n«IDRIS KEANE»\nYOUR RELATIONSHIP",
            "Name of child (BLOCK CAPITALS)   «JOSIAH PELL»   Parent",
            "CHILD'S INITIALS «T.B.» – appeal",
            "Child's name: «John Doerty»",
            "Pupil ID: «kept as 447100»",
        ],
    );
    none_finds(&[
        "children: 12",
        "child: involved",
        "children: [a, b]",
        "involved: [parents, children]",
        "cyp: { involved: yes, name: a wall to draw on }",
        "cyp:\n  method: photo diaries\n  voice: pictures",
        "children: { involved: yes, method: photo diaries }",
        "child: { involved: yes, method: photo diaries }",
        "attendance: { children: { under_5: 3, over_5: 7 } }",
        "child:\n  count: 7\n  from: 10:30",
        "Children:\n- Signs: they want more of them\n- Food: hot",
        "Young people:\n  they asked for two things: time and a place",
        "Children:\n\nname: Orchard Hall",
        "children:\nname: Orchard Hall",
        "children: |\n  name: what they call it",
    ]);
}

#[test]
fn hostile_fields_are_read_in_one_go() {
    let nested: String = (0..1_000).map(|at| " ".repeat(at) + "child:\n").collect();
    for text in [
        "child:".repeat(50_000),
        "child: {".repeat(50_000),
        "upn: [".repeat(50_000),
        "child_name: [".repeat(50_000),
        "child_name: [\n".repeat(25_000),
        "children: {child: {1:".repeat(10_000),
        "child_name:,".repeat(25_000),
        "upn: # ".repeat(5_000),
        "child:\n".repeat(50_000),
        format!("{}{}", "- ".repeat(25_000), "child: {".repeat(25_000)),
        nested.replace("child", "child_name"),
        nested.replace("child", "upn"),
        nested,
    ] {
        #[expect(
            clippy::disallowed_methods,
            reason = "minutes are the fault looked for; the bound is far from any machine's speed"
        )]
        let started = std::time::Instant::now();
        Detector::default().find(&text);
        let beginning: String = text.chars().take(20).collect();
        assert!(started.elapsed().as_secs() < 60, "{beginning}");
    }
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

#[test]
fn names_on_the_line_of_a_field_about_children() {
    each_finds(
        Kind::ChildField,
        Medium,
        &[
            "Pupils: «Sam Doe, Alex Roe»",
            "Children: «Sam Doe and Alex Roe».",
            "Pupil: «Sam Doe»",
            "Young people: «Sam O'Doe (Y8), Alex Roe-Doe & Kim J. Poe»",
            "Child: «Sam Doe»",
            "Children: «Sam Doe and Alex Roe» asked for more",
        ],
    );
    none_finds(&[
        "Children: 12 came",
        "Children: Short Breaks, Sensory Play",
        "Pupils: Year Eight",
        "Children: Oak Hall School",
        "Young people: what they said",
        "Children: Food, Play",
        "children: [parents, children]",
        "Children: Sam Doe asked for more",
        "Pupils: yes",
    ]);
}
