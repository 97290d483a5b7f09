export * from './contract.ts'
export { type DocxOptions, typesetDocx } from './docx/typeset-docx.ts'
export { type Face, type FaceReport, findFaces } from './fonts/find-faces.ts'
export { type Role, roleNames, roles } from './fonts/roles.ts'
export { bulletinStylesheet, type HtmlImages, type HtmlOptions, renderHtml } from './html/index.ts'
export { bulletinFromDocument } from './model/bulletin-from-document.ts'
export { parseBulletin } from './model/parse-bulletin.ts'
export {
  openTypesetter,
  type TypesetOptions,
  type TypesetPdf,
  type Typesetter,
  type TypesetterOptions,
} from './pdf/open-typesetter.ts'
export { typesetText } from './text/typeset-text.ts'
export { breakTitle } from './title/break-title.ts'
