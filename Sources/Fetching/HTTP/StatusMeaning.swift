extension FetchError {
    /// What a status without a page means.
    static func status(of exchange: Exchange) -> FetchError {
        let (problem, advice) =
            switch exchange.status {
            case 401, 402, 403, 451:
                ("the server does not give it to us", "save the page with a browser and give the file")
            case 404: ("there is nothing here", "check the address")
            case 410: ("it is here no more", "look for it in an archive of the web")
            case 429: ("the server was asked too often", "try again later")
            case 300..<400: ("it leads on to nowhere", "try it in a browser")
            case 400..<500: ("the server refuses the request", "check the address")
            case 500...: ("the server has a trouble of its own", "try again later")
            default: ("there is no page in the answer", "check the address")
            }
        return FetchError(
            .status(exchange.status), at: exchange.address.text, "\(problem) (status \(exchange.status))",
            advice: advice)
    }
}
