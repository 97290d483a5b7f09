/** PDF alone, without the schemas: a process that only typesets starts in half the time. */
export { type Face, type FaceReport, type FindFacesOptions, findFaces } from '../fonts/find-faces.ts'
export { type Role, roleNames, roles } from '../fonts/roles.ts'
export { hasEngine } from './engine.ts'
export {
  openTypesetter,
  type TypesetOptions,
  type TypesetPdf,
  type Typesetter,
  type TypesetterOptions,
} from './open-typesetter.ts'
