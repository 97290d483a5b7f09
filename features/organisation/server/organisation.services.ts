import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'

export type OrganisationServices = { readonly db: Database; readonly clock: Clock }
