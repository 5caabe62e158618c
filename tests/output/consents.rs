//! The withdrawal of a consent stands with its consent.

use crate::support::Workspace;

const ACTIVITY: &str = "registers/one-language/activities/skolskjuts.yaml";

/// The answer on consent, and the row of the register, of an activity with these consents.
fn told(consents: &str) -> (String, String) {
    let workspace = Workspace::complete();
    workspace.ropa(&["migrate"]).is(0);
    workspace.edit(ACTIVITY, "basis: [public-interest]", "basis: [consent]");
    workspace.edit(ACTIVITY, "procedure: [En", &format!("consent: {consents}\nprocedure: [En"));
    workspace.build(&[]).is(0);
    let page = workspace.read("build/public/one-language/sv/activities/skolskjuts.md");
    let (_, answer) = page.split_once("**Samtycke?** ").unwrap_or_else(|| panic!("{page}"));
    let register = workspace.read("build/public/one-language/sv/registers/board.md");
    let (_, row) = register.split_once("## Samtycke\n").unwrap_or_else(|| panic!("{register}"));
    let first = |text: &str, end: &str| text.split(end).next().unwrap_or_default().trim().to_owned();
    (first(answer, "\n\n"), first(row, "\n#"))
}

/// What holds for every consent (Article 7(3)).
const ALWAYS: &str = "När en behandling grundas på samtycke kan samtycket när som helst återkallas. Det påverkar inte lagligheten av den behandling som skett före återkallelsen.";

#[test]
fn each_of_several_consents_says_how_it_is_withdrawn() {
    let (answer, row) = told(
        "[{covers: resekortet, withdraw: {how: e-tjänsten, effect: kortet slutar gälla}}, {covers: bilden, form: [skriftligt], withdraw: {how: ett brev till skolan, who: vårdnadshavaren}}]",
    );
    let first = "Samtycket gäller resekortet. Så återkallas samtycket: e-tjänsten. Kortet slutar gälla.";
    let second = "Samtycket gäller bilden (samtycket ska vara: skriftligt). Så återkallas samtycket: ett brev till skolan. Vem som kan återkalla: vårdnadshavaren.";
    assert_eq!(answer, format!("{first}\n{second}\n{ALWAYS}"));
    assert_eq!(
        row,
        format!(
            "- Samtycket gäller resekortet\n  - Så återkallas samtycket: e-tjänsten\n  - kortet slutar gälla\n- Samtycket gäller bilden\n  - Samtycket ska vara: skriftligt\n  - Så återkallas samtycket: ett brev till skolan\n  - Vem som kan återkalla: vårdnadshavaren\n\n{ALWAYS}"
        )
    );
}

#[test]
fn a_withdrawal_that_one_consent_lacks_is_not_told_of_it() {
    let (answer, _) = told("[{covers: resekortet}, {covers: bilden, withdraw: {how: e-tjänsten}}]");
    let said = "Samtycket gäller resekortet.\nSamtycket gäller bilden. Så återkallas samtycket: e-tjänsten.";
    assert_eq!(answer, format!("{said}\n{ALWAYS}"));
}

#[test]
fn a_withdrawal_of_all_consents_is_told_once() {
    let withdraw = "withdraw: {how: e-tjänsten}";
    let (answer, _) = told(&format!("[{{covers: resekortet, {withdraw}}}, {{covers: bilden, {withdraw}}}]"));
    let said = "Samtycket gäller resekortet.\nSamtycket gäller bilden.";
    assert_eq!(answer, format!("{said}\n{ALWAYS}\nSå återkallas samtycket: e-tjänsten."));
}
