import CBrotli
import CZlib
import CZstd

/// Undoes one compression, piece by piece, up to the end of one member or frame.
struct Unpacker: ~Copyable {
    /// What a step came to.
    enum Outcome {
        /// It takes more input, or more room, to go on.
        case unfinished
        /// The member or frame has ended.
        case ended
        /// The bytes are not what they should be, or there is no memory.
        case damaged
    }

    /// How far a step came.
    struct Step {
        var read = 0
        var written = 0
        var outcome = Outcome.unfinished
    }

    private enum Engine {
        case zlib(UnsafeMutablePointer<z_stream>)
        case zstd(OpaquePointer)
        case brotli(OpaquePointer)
        case none
    }

    private let engine: Engine

    /// Begins to undo a compression; `dictionary` is that of the zstd frames.
    init(_ compression: Compression, dictionary: [UInt8] = []) {
        engine =
            switch compression {
            // 15 is the largest window, 16 asks for the gzip frame, a negative number for none (zlib.h, inflateInit2).
            case .gzip: Unpacker.inflation(15 + 16)
            case .zlib: Unpacker.inflation(15)
            case .rawDeflate: Unpacker.inflation(-15)
            case .zstd: Unpacker.zstd(dictionary)
            case .brotli: BrotliDecoderCreateInstance(nil, nil, nil).map { .brotli($0) } ?? .none
            }
    }

    deinit {
        switch engine {
        case .zlib(let stream): inflation_end(stream)
        case .zstd(let context): ZSTD_freeDCtx(context)
        case .brotli(let state): BrotliDecoderDestroyInstance(state)
        case .none: break
        }
    }

    private static func inflation(_ windowBits: Int32) -> Engine {
        inflation_begin(windowBits).map { .zlib($0) } ?? .none
    }

    private static func zstd(_ dictionary: [UInt8]) -> Engine {
        guard let context = ZSTD_createDCtx() else { return .none }
        if !dictionary.isEmpty { ZSTD_DCtx_loadDictionary(context, dictionary, dictionary.count) }
        return .zstd(context)
    }

    /// Begins a new member or frame.
    mutating func restart() {
        switch engine {
        case .zlib(let stream): inflateReset(stream)
        case .zstd(let context): ZSTD_DCtx_reset(context, ZSTD_reset_session_only)
        case .brotli, .none: break
        }
    }

    /// Undoes what it can of `bytes` from `start` on, and adds at most `room` bytes to `output`.
    mutating func step(_ bytes: [UInt8], from start: Int, into output: inout [UInt8], room: Int) -> Step {
        var step = Step()
        output.append(addingCapacity: room) { target in
            bytes.withUnsafeBufferPointer { buffer in
                step = run(UnsafeBufferPointer(rebasing: buffer[start...]), target)
            }
            return step.written
        }
        return step
    }

    private func run(
        _ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>
    ) -> Step {
        switch engine {
        case .zlib(let stream): Unpacker.inflate(stream, input, output)
        case .zstd(let context): Unpacker.unpackZstd(context, input, output)
        case .brotli(let state): Unpacker.unpackBrotli(state, input, output)
        case .none: Step(outcome: .damaged)
        }
    }

    private static func inflate(
        _ stream: UnsafeMutablePointer<z_stream>, _ input: UnsafeBufferPointer<UInt8>,
        _ output: UnsafeMutableBufferPointer<UInt8>
    ) -> Step {
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(clamping: input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(clamping: output.count)
        let status = CZlib.inflate(stream, Z_NO_FLUSH)
        let outcome: Outcome =
            switch status {
            case Z_STREAM_END: .ended
            case Z_OK, Z_BUF_ERROR: .unfinished
            default: .damaged
            }
        return Step(
            read: Int(UInt32(clamping: input.count) - stream.pointee.avail_in),
            written: Int(UInt32(clamping: output.count) - stream.pointee.avail_out), outcome: outcome)
    }

    private static func unpackZstd(
        _ context: OpaquePointer, _ input: UnsafeBufferPointer<UInt8>,
        _ output: UnsafeMutableBufferPointer<UInt8>
    ) -> Step {
        var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let status = ZSTD_decompressStream(context, &target, &source)
        let outcome: Outcome = ZSTD_isError(status) != 0 ? .damaged : status == 0 ? .ended : .unfinished
        return Step(read: source.pos, written: target.pos, outcome: outcome)
    }

    private static func unpackBrotli(
        _ state: OpaquePointer, _ input: UnsafeBufferPointer<UInt8>,
        _ output: UnsafeMutableBufferPointer<UInt8>
    ) -> Step {
        var (left, room) = (input.count, output.count)
        var (next, target) = (input.baseAddress, output.baseAddress)
        let status = BrotliDecoderDecompressStream(state, &left, &next, &room, &target, nil)
        let outcome: Outcome =
            switch status {
            case BROTLI_DECODER_RESULT_SUCCESS: .ended
            case BROTLI_DECODER_RESULT_ERROR: .damaged
            default: .unfinished
            }
        return Step(read: input.count - left, written: output.count - room, outcome: outcome)
    }
}

extension [UInt8] {
    /// Adds as many bytes as `write` says that it wrote into a buffer of `capacity` bytes.
    fileprivate mutating func append(
        addingCapacity capacity: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Int
    ) {
        let piece = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in count = write(buffer) }
        if isEmpty { self = piece } else { append(contentsOf: piece) }
    }
}
