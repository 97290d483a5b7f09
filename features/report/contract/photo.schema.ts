/** Photos of a report: what is kept of each, never where it was taken. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }

export const photosPerReport = 12
export const photoLimitMiB = 30
/** Longer side of what is kept, and of the small picture for lists. */
export const photoPixels = 2560
export const thumbPixels = 480

export const ReportPhoto = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    position: Type.Integer({ minimum: 0 }),
    mediaType: Type.Enum(['image/jpeg', 'image/webp']),
    width: Type.Integer({ minimum: 1 }),
    height: Type.Integer({ minimum: 1 }),
    sizeBytes: Type.Integer({ minimum: 1 }),
    caption: Type.String(),
    /** Where the picture is; add `?size=thumb` for the small one. */
    url: Type.String(),
  },
  closed,
)

/** In their order. */
export const ReportPhotos = Type.Object({ photos: Type.Array(ReportPhoto) }, closed)

/** The client names the photo, so that sending it again after a broken line does not double it. */
export const PhotoUpload = Type.Object({ photoId: Type.String({ format: 'uuid' }) }, closed)
/** `known`: this very photo was here already. */
export const PhotoAnswer = Type.Object({ photo: ReportPhoto, known: Type.Boolean() }, closed)

export const PhotoEdit = Type.Object(
  {
    caption: Type.Optional(Type.String({ maxLength: 200 })),
    /** Where it stands among the others, counted from 0. */
    position: Type.Optional(Type.Integer({ minimum: 0, maximum: photosPerReport - 1 })),
  },
  { ...closed, minProperties: 1 },
)
export const PhotoQuery = Type.Object({ size: Type.Optional(Type.Enum(['full', 'thumb'])) }, closed)

export type ReportPhoto = Static<typeof ReportPhoto>
export type ReportPhotos = Static<typeof ReportPhotos>
export type PhotoAnswer = Static<typeof PhotoAnswer>
export type PhotoEdit = Static<typeof PhotoEdit>
