//! Gradient descent with momentum (Adam): the losses are smooth and small, and nothing finer is needed.

/// Steps: three times as many change the second decimal of a weight.
const N_STEPS: i32 = 800;
/// The first steps are this long, the last ones a fifth of it.
const STEP: f64 = 0.1;

/// Returns the weights at which a loss is least, held near the first ones by `ridge`; `loss` adds its gradient to what it is given.
pub(crate) fn minimize(
    start: &[f64],
    ridge: f64,
    loss: &impl Fn(&[f64], &mut [f64]) -> f64,
) -> Vec<f64> {
    let mut weights = start.to_vec();
    let mut mean = vec![0.0; weights.len()];
    let mut square = vec![0.0; weights.len()];
    for step in 1..=N_STEPS {
        let moved = weights.iter().zip(start);
        let mut gradient: Vec<f64> = moved
            .map(|(weight, start)| 2.0 * ridge * (weight - start))
            .collect();
        loss(&weights, &mut gradient);
        let length = if step * 3 < N_STEPS * 2 {
            STEP
        } else {
            STEP / 5.0
        };
        let (first, second) = (1.0 - 0.9_f64.powi(step), 1.0 - 0.999_f64.powi(step));
        for at in 0..weights.len() {
            mean[at] = 0.9 * mean[at] + 0.1 * gradient[at];
            square[at] = 0.999 * square[at] + 0.001 * gradient[at] * gradient[at];
            weights[at] -= length * (mean[at] / first) / ((square[at] / second).sqrt() + 1e-9);
        }
    }
    weights
}
