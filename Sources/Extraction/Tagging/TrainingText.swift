import Statements

/// A document as `quoth-train` sees it: its tokens, and the features of each as the tagger would see them.
package struct TrainingText {
    private let analysis: Analysis
    private let context: TaggingContext
    private let offsets: CodePointIndex

    /// The tokens and features of a document.
    package init(_ document: Document) {
        analysis = Analysis(document)
        context = analysis.context
        offsets = CodePointIndex(analysis.text.bytes)
    }

    /// The code points that each token takes up.
    package var tokenRanges: [Range<Int>] {
        context.text.tokens.map {
            offsets.offset(
                ofByte: Int($0.start), in: context.text.bytes)..<offsets.offset(
                    ofByte: Int($0.end), in: context.text.bytes)
        }
    }

    /// Whether a token is a word or a number.
    package func isWord(_ token: Int) -> Bool {
        let kind = context.text.tokens[token].kind
        return kind == .word || kind == .number
    }

    /// The tokens that can head a cue.
    package var cueCandidates: [Int] {
        let features = CueFeatures(context)
        return context.text.paragraphs.filter { $0.kind.speaks }.flatMap {
            $0.tokens.filter(features.isCandidate)
        }
    }

    /// The head of a cue that takes up some tokens: its first cue verb, else its first verb, else its first word that can be one.
    package func head(ofCue tokens: [Int]) -> Int? {
        let features = CueFeatures(context)
        let candidates = tokens.filter(features.isCandidate)
        return candidates.first { context.text.isA($0, .cue) || context.text.isWord($0, "according") }
            ?? candidates.first { context.text.isA($0, .verb) }
            ?? candidates.first { !context.text.isAdverb($0) } ?? candidates.first
    }

    /// The keys of the features of a token as the head of a cue.
    package func cueKeys(_ token: Int) -> [UInt64] {
        var keys: [UInt64] = []
        CueFeatures(context).keys(of: token, in: context.text.sentence(containing: token), into: &keys)
        return keys
    }

    /// The tokens that are looked at for a cue.
    package func window(ofCue token: Int) -> Range<Int> {
        ArgumentFeatures(context).window(of: token, in: context.text.sentence(containing: token))
    }

    /// The keys of the features of each token of a cue's window.
    package func argumentKeys(ofCue token: Int) -> [[UInt64]] {
        let features = ArgumentFeatures(context)
        let cue = features.cue(token, in: context.text.sentence(containing: token))
        var own: [UInt64] = []
        return cue.window.map { token in
            var keys: [UInt64] = []
            features.sentenceKeys(of: token, in: cue.sentence, into: &keys)
            features.cueKeys(of: token, from: cue, into: &own)
            return keys + own
        }
    }
}

extension TrainingText {
    /// What the engine with this model would have to judge in the text. The speakers are not resolved.
    package func candidates(_ model: LinearModel) -> [JudgedQuote] {
        let candidates = TaggedProposals(analysis, context, model).candidates
        let writer = QuoteWriter(text: context.text, layer: context.layer, offsets: offsets)
        return zip(candidates, Judge(model: model, context: context).keys(of: candidates)).map {
            candidate, keys in
            JudgedQuote(
                keys: keys,
                quote: writer.quote(
                    candidate.proposal, speaker: nil, addressee: nil, medium: nil, occasion: nil))
        }
    }
}
