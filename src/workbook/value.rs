//! Values of cells as a person sees them.

/// A number, with at most 15 digits as spreadsheets show it.
pub(super) fn number(value: f64) -> String {
    let rounded = format!("{value:.14e}").parse::<f64>().unwrap_or(value);
    format!("{rounded}")
}

/// A truth value.
pub(super) fn truth(is_true: bool) -> &'static str {
    if is_true { "TRUE" } else { "FALSE" }
}

/// A day, and the time of the day unless it is midnight.
pub(super) fn moment((year, month, day): (u16, u8, u8), time: (u8, u8, u8)) -> String {
    let day = format!("{year:04}-{month:02}-{day:02}");
    if time == (0, 0, 0) { day } else { format!("{day} {}", clock(time)) }
}

/// A time of the day.
pub(super) fn clock((hours, minutes, seconds): (u8, u8, u8)) -> String {
    match seconds {
        0 => format!("{hours:02}:{minutes:02}"),
        _ => format!("{hours:02}:{minutes:02}:{seconds:02}"),
    }
}

/// A number of days as hours and minutes.
pub(super) fn duration(days: f64) -> String {
    let minutes = (days * 24.0 * 60.0).round();
    format!("{:.0}:{:02.0}", (minutes / 60.0).floor(), minutes % 60.0)
}

/// A day or moment in ISO 8601, in the form of [`moment`].
pub(super) fn iso(written: &str) -> String {
    let Some((day, time)) = written.split_once('T') else { return written.to_owned() };
    let time = time.split('.').next().unwrap_or(time);
    let time = time.strip_suffix(":00").filter(|rest| rest.len() == 5).unwrap_or(time);
    if time == "00:00" { day.to_owned() } else { format!("{day} {time}") }
}

/// A duration in ISO 8601 as hours and minutes: `PT14H30M00S` is `14:30`.
pub(super) fn iso_time(written: &str) -> String {
    let parts = written.strip_prefix("PT").and_then(|rest| rest.split_once('H'));
    let parts = parts.and_then(|(hours, rest)| Some((hours, rest.split_once('M')?.0)));
    match parts {
        Some((hours, minutes)) => format!("{hours:0>2}:{minutes:0>2}"),
        None => written.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{duration, iso, iso_time, moment, number};

    #[test]
    fn values_are_as_a_person_sees_them() {
        assert_eq!(number(5.0), "5");
        assert_eq!(number(0.1 + 0.2), "0.3");
        assert_eq!(number(-1.5), "-1.5");
        assert_eq!(moment((2026, 6, 5), (0, 0, 0)), "2026-06-05");
        assert_eq!(moment((2026, 6, 5), (14, 30, 0)), "2026-06-05 14:30");
        assert_eq!(duration(1.5), "36:00");
        assert_eq!(iso("2026-06-05T14:30:00"), "2026-06-05 14:30");
        assert_eq!(iso("2026-06-05T00:00:00"), "2026-06-05");
        assert_eq!(iso("2026-06-05"), "2026-06-05");
        assert_eq!(iso_time("PT14H30M00S"), "14:30");
    }
}
