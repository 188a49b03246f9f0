import Testing
@testable import Statements
