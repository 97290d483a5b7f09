import * as archive from '@jianbao/archive/desk'
import * as bulletin from '@jianbao/bulletin/desk'
import * as campaign from '@jianbao/campaign/desk'
import * as casebook from '@jianbao/casebook/desk'
import * as circular from '@jianbao/circular/desk'
import * as contest from '@jianbao/contest/desk'
import * as edition from '@jianbao/edition/desk'
import * as inspection from '@jianbao/inspection/desk'
import * as ledger from '@jianbao/ledger/desk'
import * as organisation from '@jianbao/organisation/desk'
import * as report from '@jianbao/report/desk'
import * as scoring from '@jianbao/scoring/desk'
import * as system from '@jianbao/system/desk'
import type { DeskRoom } from '@jianbao/ui'
import * as account from './account/index.ts'
import * as notices from './notices/index.ts'
import * as work from './work/index.ts'

/** The rooms of this house; taking a line out takes its pages and its menu away. */
export const rooms: readonly DeskRoom[] = [
  work,
  notices,
  account,
  report,
  campaign,
  ledger,
  inspection,
  circular,
  contest,
  scoring,
  edition,
  archive,
  bulletin,
  casebook,
  organisation,
  system,
]
