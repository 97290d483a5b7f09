import type { Clock } from '@jianbao/platform/clock'
import type { FileStore } from '@jianbao/platform/files'

export type CampaignServices = { readonly clock: Clock; readonly files: FileStore }
