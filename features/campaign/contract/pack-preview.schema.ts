/** What loading a pack would do, before anything is done. */
import { type Static, Type } from 'typebox'
import { PackChange } from './campaign.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })

/** Something wrong with a pack, in words. */
export const PackFault = Type.Object(
  {
    file: Type.String(),
    line: Nullable(Type.Integer()),
    place: Type.String(),
    text: Type.String(),
  },
  closed,
)
export type PackFault = Static<typeof PackFault>

export const PackPreview = Type.Object(
  {
    unitId: Id,
    unitName: Type.String(),
    /** Null when the pack has faults: then nothing else is said of it. */
    campaign: Nullable(
      Type.Object(
        {
          key: Type.String(),
          name: Type.String(),
          fromDay: Type.String({ format: 'date' }),
          toDay: Type.String({ format: 'date' }),
          tasks: Type.Integer(),
        },
        closed,
      ),
    ),
    /** The campaign that is renewed; null when a new one is made. */
    campaignId: Nullable(Id),
    /** Of that campaign; loading names it, so that nothing else is changed than was shown. */
    version: Nullable(Type.Integer()),
    faults: Type.Array(PackFault),
    changes: Type.Array(PackChange),
  },
  closed,
)
export type PackPreview = Static<typeof PackPreview>

export const PackUploadQuery = Type.Object({ unit: Type.Optional(Id) }, closed)
export const PackLoadQuery = Type.Object(
  {
    unit: Type.Optional(Id),
    /** As the preview said; left out when it was null. */
    version: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  closed,
)
export const CampaignYear = Type.Object({ year: Type.Integer({ minimum: 2000, maximum: 2100 }) }, closed)
