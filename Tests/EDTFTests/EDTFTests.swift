import Testing
@testable import EDTF
