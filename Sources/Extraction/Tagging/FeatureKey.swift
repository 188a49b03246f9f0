/// A feature as a hash of its template and of what fills it.
///
/// Features have no names in the model: the table of weights is looked up by these keys (feature hashing; Weinberger et
/// al., “Feature Hashing for Large Scale Multitask Learning”, ICML 2009), and a check in each entry keeps features that
/// training has not seen from meeting another's weights.
@inline(__always)
func featureKey(_ template: UInt64, _ first: UInt32, _ second: UInt32 = 0, _ third: UInt32 = 0) -> UInt64 {
    var hash = (template &+ 1) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ UInt64(first)) &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 31
    hash = (hash ^ (UInt64(second) | UInt64(third) << 32)) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 29
}
