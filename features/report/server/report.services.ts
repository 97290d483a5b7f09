import type { Clock } from '@jianbao/platform/clock'
import type { PhotoServices } from './photo/photo.services.ts'

export type ReportServices = { readonly clock: Clock; readonly photos: Pick<PhotoServices, 'sweep'> }
