/// Which hosts may be asked.
///
/// It is asked of the very address that a connection is about to be opened to, at every hop. So no name that
/// leads somewhere else at the second look gets by.
struct ConnectionPolicy: Sendable {
    /// Why there may be no connection to the address; nil where there may.
    let refusal: @Sendable (NetworkAddress) -> String?

    /// All hosts.
    static let any = ConnectionPolicy { _ in nil }
    /// Hosts of the public internet.
    static let publicHosts = ConnectionPolicy { $0.reservation }
}
