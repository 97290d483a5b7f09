/** What pages of other rooms show with this room's pieces. */

export { PhotoField } from './form/photo-field.tsx'
export { PhotoQueue } from './form/photo-queue.ts'
export { sendUpload } from './form/send-upload.ts'
export { type DiffPart, differ } from './page/differ.ts'
export { ReportStateTag } from './report-state.tsx'
