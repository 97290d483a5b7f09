export * from './contract.ts'
export { type Face, type FaceReport, findFaces } from './fonts/find-faces.ts'
export { type Role, roleNames, roles } from './fonts/roles.ts'
export {
  openTypesetter,
  type TypesetOptions,
  type TypesetPdf,
  type Typesetter,
  type TypesetterOptions,
} from './pdf/open-typesetter.ts'
export { breakTitle } from './title/break-title.ts'
