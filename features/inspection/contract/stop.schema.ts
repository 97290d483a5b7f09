/** One stop, whole: what the device keeps, what is written to it, and how it comes back. */
import { type Static, Type } from 'typebox'
import { AnswerValue, Question } from './checklist.schema.ts'
import { Finding, findingWords } from './finding.schema.ts'
import { stopActions, stopStates, tourStates } from './tour.flow.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })
const Day = Type.String({ format: 'date' })
const Moment = Type.String({ format: 'date-time' })

export const photosPerPlace = 12
/** Who was spoken with, as a kind: 干部, 群众, 科技工作者, 志愿者, 其他. */
export const talkKinds = ['cadre', 'public', 'worker', 'volunteer', 'other'] as const
export type TalkKind = (typeof talkKinds)[number]

export const StopAnswer = Type.Object(
  { questionId: Id, value: AnswerValue, byName: Type.String(), at: Moment, version: Count },
  closed,
)
export type StopAnswer = Static<typeof StopAnswer>

const talkWords = {
  topic: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  kind: Type.Enum(talkKinds),
  people: Type.Integer({ minimum: 1, maximum: 10_000 }),
  notes: Type.String({ maxLength: 5000 }),
}
/** No names: neither who was spoken with nor who wrote it down. */
export const Interview = Type.Object(
  { id: Id, ...talkWords, topic: Type.String(), at: Moment, version: Count },
  closed,
)
export type Interview = Static<typeof Interview>

export const StopPhoto = Type.Object(
  {
    id: Id,
    findingId: Nullable(Id),
    position: Count,
    mediaType: Type.Enum(['image/jpeg', 'image/webp']),
    width: Type.Integer({ minimum: 1 }),
    height: Type.Integer({ minimum: 1 }),
    sizeBytes: Type.Integer({ minimum: 1 }),
    caption: Type.String(),
    /** Add `?size=thumb` for the small one. */
    url: Type.String(),
  },
  closed,
)
export type StopPhoto = Static<typeof StopPhoto>

export const Stop = Type.Object(
  {
    id: Id,
    tourId: Id,
    tourName: Type.String(),
    tourState: Type.Enum(tourStates),
    purpose: Type.String(),
    unitId: Id,
    unitName: Type.String(),
    day: Day,
    state: Type.Enum(stopStates),
    recusals: Type.Array(Type.String()),
    finishedAt: Nullable(Moment),
    finishedName: Nullable(Type.String()),
    version: Count,
    checklist: Type.Array(Question),
    answers: Type.Array(StopAnswer),
    findings: Type.Array(Finding),
    interviews: Type.Array(Interview),
    photos: Type.Array(StopPhoto),
    actions: Type.Array(Type.Enum(stopActions)),
  },
  closed,
)
export type Stop = Static<typeof Stop>

/** `base`: the version the device wrote upon, 0 for none; `device`: which one writes. */
const written = { base: Count, device: Id }
/** Null takes the answer back. */
export const AnswerWish = Type.Object({ ...written, value: Nullable(AnswerValue) }, closed)
export type AnswerWish = Static<typeof AnswerWish>
export const FindingWish = Type.Object({ ...written, ...findingWords }, closed)
export type FindingWish = Static<typeof FindingWish>
export const InterviewWish = Type.Object({ ...written, ...talkWords }, closed)
export type InterviewWish = Static<typeof InterviewWish>

export const AnswerGiven = Type.Object({ answer: Nullable(StopAnswer), version: Count }, closed)
export type AnswerGiven = Static<typeof AnswerGiven>

export const StopPhotoUpload = Type.Object({ photoId: Id, finding: Type.Optional(Id) }, closed)
export const StopPhotoAnswer = Type.Object({ photo: StopPhoto, known: Type.Boolean() }, closed)
export const StopPhotoEdit = Type.Object(
  {
    caption: Type.Optional(Type.String({ maxLength: 200 })),
    position: Type.Optional(Type.Integer({ minimum: 0, maximum: photosPerPlace - 1 })),
  },
  { ...closed, minProperties: 1 },
)
export type StopPhotoEdit = Static<typeof StopPhotoEdit>
/** Those of one place: of the stop itself, or of one finding. */
export const StopPhotos = Type.Object({ photos: Type.Array(StopPhoto) }, closed)
export type StopPhotos = Static<typeof StopPhotos>
export const StopPhotoSize = Type.Object({ size: Type.Optional(Type.Enum(['full', 'thumb'])) }, closed)
