/** Pictures of an issue in the making: what is sent, and the photos of its reports that may be taken. */
import { type Static, Type } from 'typebox'
import { EditionPicture } from './edition.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })

/** The client names the picture, so that sending it again after a broken line does not double it. */
export const PictureWish = Type.Object({ pictureId: Id }, closed)
export const PictureSize = Type.Object({ size: Type.Optional(Type.Enum(['full', 'thumb'])) }, closed)
export const ReportPhotoWish = Type.Object({ reportId: Id, photoId: Id }, closed)

/** The one that was added, or was there already; and all of the issue. */
export const PictureAnswer = Type.Object(
  { picture: EditionPicture, pictures: Type.Array(EditionPicture) },
  closed,
)
export type PictureAnswer = Static<typeof PictureAnswer>
export const PictureList = Type.Object({ pictures: Type.Array(EditionPicture) }, closed)
export type PictureList = Static<typeof PictureList>

export const SourcePhoto = Type.Object(
  {
    itemId: Id,
    reportId: Id,
    photoId: Id,
    title: Type.String(),
    unitName: Type.String(),
    caption: Type.String(),
    width: Type.Integer({ minimum: 1 }),
    height: Type.Integer({ minimum: 1 }),
    /** Where the photo is; add `?size=thumb` for the small one. */
    url: Type.String(),
    /** The picture of the issue that shows it, where it was taken already. */
    pictureId: Nullable(Id),
  },
  closed,
)
export type SourcePhoto = Static<typeof SourcePhoto>
export const SourcePhotos = Type.Object({ photos: Type.Array(SourcePhoto) }, closed)
