#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The probability that has these odds, given as their logarithm.
func logistic(_ score: Float) -> Float { 1 / (1 + exp(-score)) }

/// e to the power of each of the labels' values; 0 in the lanes that belong to no label.
package func exponential(_ values: SIMD8<Float>) -> SIMD8<Float> {
    var result = SIMD8<Float>(repeating: 0)
    for label in 0..<LinearModel.labels { result[label] = exp(values[label]) }
    return result
}
