//! The forms and check characters of the numbers by which a child is known.

/// Whether the text is an NHS number: ten digits, spaces and hyphens aside, the last
/// of which fits the others.
pub fn is_nhs_number(text: &str) -> bool {
    let figures = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
    let Some(digits) = figures.map(|figure| figure.to_digit(10)).collect::<Option<Vec<u32>>>() else { return false };
    let [rest @ .., check] = digits.as_slice() else { return false };
    let sum: u32 = rest.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    // Ten times the same digit passes, and is nobody's number.
    digits.len() == 10 && digits.iter().any(|digit| digit != check) && (11 - sum % 11) % 11 == *check
}

/// The letters of pupil numbers; each stands for its place.
const UPN_LETTERS: &str = "ABCDEFGHJKLMNPQRTUVWXYZ";

/// Whether the text is a unique pupil number, temporary ones included, whose check
/// letter fits, or one of the codes UN1 to UN7 for a child who has none.
pub fn is_upn(text: &str) -> bool {
    let letters: Vec<char> = squeezed(text).collect();
    match letters.as_slice() {
        ['U', 'N', '1'..='7'] => true,
        [check, digits @ .., last] if letters.len() == 13 => {
            let value = |letter: char| {
                (0..).zip(UPN_LETTERS.chars()).find(|(_, known)| *known == letter).map(|(place, _)| place)
            };
            let digits = digits.iter().map(|digit| digit.to_digit(10));
            let last = last.to_digit(10).or_else(|| value(*last));
            let sum = digits.chain([last]).zip(2..).try_fold(0, |sum, (digit, weight)| Some(sum + digit? * weight));
            sum.is_some_and(|sum: u32| value(*check) == Some(sum % 23))
        }
        _ => false,
    }
}

/// Words in place of a postcode that must not or cannot be given.
const NO_POSTCODE: [&str; 8] = ["confidential", "con", "withheld", "disclose", "disclosed", "refuge", "nfa", "abode"];

/// Whether the text has the form of a British postcode, in any spacing and case, or is
/// one of those for no fixed abode and for an unknown address. That an address is kept
/// confidential is an answer too.
pub fn is_postcode(text: &str) -> bool {
    let mut words = text.split(|letter: char| !letter.is_alphanumeric());
    if words.any(|word| NO_POSTCODE.iter().any(|known| word.eq_ignore_ascii_case(known))) {
        return true;
    }
    let postcode: String = squeezed(text).collect();
    let Some((outward, inward)) = postcode.len().checked_sub(3).and_then(|end| postcode.split_at_checked(end)) else {
        return false;
    };
    matches!(postcode.as_str(), "GIR0AA" | "ZZ993VZ" | "ZZ993WZ") || is_outward(outward) && is_inward(inward)
}

fn is_outward(outward: &str) -> bool {
    let outward: Vec<char> = outward.chars().collect();
    let (first, rest) = match outward.as_slice() {
        [first, rest @ ..] => (*first, rest),
        [] => return false,
    };
    let is_district = match rest {
        ['0'..='9'] | ['0'..='9', '0'..='9'] => true,
        ['0'..='9', last] => is_of("ABCDEFGHJKPSTUW", *last),
        [second, '0'..='9'] | [second, '0'..='9', '0'..='9'] => is_second(*second),
        [second, '0'..='9', last] => is_second(*second) && is_of("ABEHMNPRVWXY", *last),
        _ => false,
    };
    is_district && first.is_ascii_uppercase() && !is_of("QVX", first)
}

fn is_second(letter: char) -> bool {
    letter.is_ascii_uppercase() && !is_of("IJZ", letter)
}

fn is_inward(inward: &str) -> bool {
    let is_unit = |letter: char| letter.is_ascii_uppercase() && !is_of("CIKMOV", letter);
    let mut letters = inward.chars();
    letters.next().is_some_and(|digit| digit.is_ascii_digit()) && letters.all(is_unit)
}

fn is_of(letters: &str, letter: char) -> bool {
    letters.contains(letter)
}

/// Capitals and digits without spaces.
fn squeezed(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| !letter.is_whitespace()).map(|letter| letter.to_ascii_uppercase())
}
