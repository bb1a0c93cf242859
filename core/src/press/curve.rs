//! A curve through points that never leaves the range between neighbours (monotone cubic: Fritsch and Carlson 1980), as the
//! window draws it.

use serde::Serialize;

/// A piece of the curve: from one point to the next, with two points that pull it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(super) struct Piece {
    x0: f64,
    y0: f64,
    cx0: f64,
    cy0: f64,
    cx1: f64,
    cy1: f64,
    x1: f64,
    y1: f64,
}

/// The pieces between points that stand from left to right; none for fewer than two points.
pub(super) fn pieces(points: &[(f64, f64)]) -> Vec<Piece> {
    let slopes = tangents(points);
    let ends = points.iter().zip(&slopes);
    ends.clone()
        .zip(ends.skip(1))
        .map(|((&(x0, y0), from), (&(x1, y1), to))| {
            let third = (x1 - x0) / 3.0;
            Piece { x0, y0, cx0: x0 + third, cy0: y0 + from * third, cx1: x1 - third, cy1: y1 - to * third, x1, y1 }
        })
        .collect()
}

/// The slope at each point, so small that the curve does not overshoot.
fn tangents(points: &[(f64, f64)]) -> Vec<f64> {
    let rises: Vec<f64> = points.windows(2).map(|p| (p[1].1 - p[0].1) / (p[1].0 - p[0].0)).collect();
    let rise = |at: Option<usize>| at.and_then(|at| rises.get(at)).copied();
    (0..points.len())
        .map(|at| match (rise(at.checked_sub(1)), rise(Some(at))) {
            // The harmonic mean stays below three times the smaller slope, which is what keeps a cubic monotone.
            (Some(before), Some(after)) if before * after > 0.0 => 2.0 * before * after / (before + after),
            // At either end, and where the direction turns, the curve lies flat.
            _ => 0.0,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_stays_between_its_points() {
        assert!(pieces(&[]).is_empty() && pieces(&[(0.5, 2.0)]).is_empty());
        let points = [(0.5, 1.0), (1.5, 1.5), (3.5, 2.0), (4.5, -2.0), (5.5, -2.0), (6.5, 0.0)];
        let drawn = pieces(&points);
        assert_eq!(drawn.len(), 5);
        for piece in drawn {
            let (low, high) = (piece.y0.min(piece.y1), piece.y0.max(piece.y1));
            for step in 0..=20 {
                let t = f64::from(step) / 20.0;
                let s = 1.0 - t;
                let y = s * s * s * piece.y0
                    + 3.0 * s * s * t * piece.cy0
                    + 3.0 * s * t * t * piece.cy1
                    + t * t * t * piece.y1;
                assert!(y >= low - 1e-9 && y <= high + 1e-9, "{y} is not between {low} and {high}");
            }
        }
    }
}
