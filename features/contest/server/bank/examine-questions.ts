/** The questions of a file held against a bank: new, there already, or faulty. */
import type { BankFault, BankImport, ImportVerdict, QuestionDraft } from '../../contract/index.ts'
import { answerText, bankFaultText } from '../../contract/index.ts'
import { inWorker } from './in-worker.ts'
import type { Paired } from './near.rules.ts'
import { fingerprintOf, pairsOf } from './question.words.ts'
import { type RawQuestion, type ReadQuestion, readRawQuestion } from './raw-question.ts'
import type { QuestionFile } from './read-question-file.ts'

/** What a bank holds, as far as it is compared. */
export type KnownQuestion = Paired & { readonly stem: string; readonly fingerprint: string }

export type Examined = {
  readonly raw: RawQuestion
  readonly verdict: ImportVerdict
  readonly draft: QuestionDraft | null
  readonly faults: readonly BankFault[]
  /** Of a new one: what says nearly the same. */
  readonly near: string | null
}

export function examineQuestions(
  raws: readonly RawQuestion[],
  fingerprints: ReadonlySet<string>,
): Examined[] {
  const first = new Map<string, ReadQuestion>()
  return raws.map(raw => {
    const read = readRawQuestion(raw)
    if (!read.draft) return { raw, verdict: 'faulty', draft: null, faults: read.faults, near: null }
    const fingerprint = fingerprintOf(read.draft)
    const other = first.get(fingerprint)
    if (other) {
      const fault = { code: 'same-in-file', place: raw.place, details: { other: other.label } } as const
      return { raw, verdict: 'faulty', draft: null, faults: [fault], near: null }
    }
    first.set(fingerprint, read)
    const verdict = fingerprints.has(fingerprint) ? 'known' : 'new'
    return { raw, verdict, draft: read.draft, faults: [], near: null }
  })
}

/** Tells of every new one what it is near to, in the bank and in the file. */
export async function findNearOf(
  examined: readonly Examined[],
  known: readonly KnownQuestion[],
): Promise<Examined[]> {
  const fresh = examined.flatMap(({ verdict, draft, raw }, at) =>
    verdict === 'new' && draft
      ? [{ id: `file ${at}`, pairs: pairsOf(draft), stem: `${raw.label}：${draft.stem}` }]
      : [],
  )
  const all = [...known, ...fresh]
  const paired = ({ id, pairs }: Paired): Paired => ({ id, pairs })
  const data = { known: all.map(paired), wanted: fresh.map(paired) }
  const hits = fresh.length ? await inWorker<(string | null)[]>('./near.worker.ts', data) : []
  const stems = new Map(all.map(({ id, stem }) => [id, stem]))
  const found = new Map(fresh.map(({ id }, at) => [id, stems.get(hits[at] ?? '') ?? null]))
  return examined.map((each, at) => ({ ...each, near: found.get(`file ${at}`) ?? null }))
}

const mostShown = 500
const order: Readonly<Record<ImportVerdict, number>> = { faulty: 0, new: 1, known: 2 }

/** What a caller is told; all counts, of the rows the first hundreds. */
export function tellExamined(
  { fileName, form, problems }: QuestionFile,
  examined: readonly Examined[],
  { written, language }: { readonly written: boolean; readonly language: 'zh' | 'en' },
): BankImport {
  const count = (verdict: ImportVerdict): number => examined.filter(each => each.verdict === verdict).length
  const near = examined.filter(each => each.near !== null).length
  const sorted = examined.toSorted(
    (a, b) => order[a.verdict] - order[b.verdict] || Number(b.near !== null) - Number(a.near !== null),
  )
  return {
    ...{ fileName, form, written, problems: [...problems] },
    counts: { new: count('new'), known: count('known'), faulty: count('faulty'), near },
    rows: sorted.slice(0, mostShown).map(({ raw, verdict, draft, faults, near: like }) => ({
      label: raw.label,
      verdict,
      stem: (draft?.stem ?? raw.stem).slice(0, 200),
      type: draft?.type ?? null,
      answer: draft ? answerText(draft) : raw.answer.slice(0, 60),
      faults: faults.map(fault => bankFaultText(fault, language)),
      near: like,
    })),
  }
}
