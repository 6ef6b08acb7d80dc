//! Sums of cosines for tide predictions.

use std::slice;

/// One harmonic part of a tide.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Metres.
    pub amplitude: f64,
    /// Radians in an hour.
    pub speed: f64,
    /// Radians.
    pub phase: f64,
}

/// Something that has a height at a time.
pub trait Water {
    /// Height in metres, `hours` after the epoch.
    fn height(&self, hours: f64) -> f64;
}

impl Water for Part {
    fn height(&self, hours: f64) -> f64 {
        self.amplitude * (self.speed * hours - self.phase).cos()
    }
}

impl Water for [Part] {
    fn height(&self, hours: f64) -> f64 {
        self.iter().map(|part| part.height(hours)).sum()
    }
}

/// Adds up `count` cosines.
///
/// # Safety
///
/// The three pointers must each lead to `count` numbers.
#[no_mangle]
pub unsafe extern "C" fn tidesum(
    hours: f64,
    count: usize,
    amplitudes: *const f64,
    speeds: *const f64,
    phases: *const f64,
) -> f64 {
    let amplitudes = slice::from_raw_parts(amplitudes, count);
    let speeds = slice::from_raw_parts(speeds, count);
    let phases = slice::from_raw_parts(phases, count);
    (0..count)
        .map(|index| Part {
            amplitude: amplitudes[index],
            speed: speeds[index],
            phase: phases[index],
        })
        .map(|part| part.height(hours))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_highest_at_its_phase() {
        let part = Part { amplitude: 2.0, speed: 0.5, phase: 1.0 };
        assert!((part.height(2.0) - 2.0).abs() < 1e-12);
    }

    #[test]
    fn no_parts_make_no_tide() {
        let calm: [Part; 0] = [];
        assert_eq!(calm.height(3.0), 0.0);
    }
}
