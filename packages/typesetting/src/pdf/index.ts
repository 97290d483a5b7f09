/** PDF alone, without the schemas: a process that only typesets starts in half the time. */
export { type Face, type FaceReport, type FindFacesOptions, findFaces } from '../fonts/find-faces.ts'
export { type Role, roleNames, roles } from '../fonts/roles.ts'
export { hasEngine } from './engine.ts'
export type { ImageSource } from './image-shelf.ts'
export { openTypesetter } from './open-typesetter.ts'
export type {
  Preview,
  PreviewOptions,
  TypesetOptions,
  TypesetPdf,
  Typesetter,
  TypesetterOptions,
} from './typesetter.types.ts'
