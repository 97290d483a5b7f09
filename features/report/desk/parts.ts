/** What pages of other rooms show with this room's pieces. */
export { type DiffPart, differ } from './page/differ.ts'
export { sendUpload } from './form/send-upload.ts'
export { ReportStateTag } from './report-state.tsx'
