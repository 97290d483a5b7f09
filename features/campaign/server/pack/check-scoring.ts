import { faultsOf } from '@jianbao/scoring/contract'
import type { Pack } from '../../contract/index.ts'
import { checkKinds, checkKnown } from './check-keys.ts'
import type { Complain } from './pack.types.ts'

/** Scoring rules within themselves, and the columns, kinds and groups of the pack that they name. */
export function checkScoring({ campaign, reporting, scoring }: Pack, complain: Complain): void {
  if (!scoring) return
  const file = 'scoring.yaml'
  for (const { code, at, value } of faultsOf(scoring)) complain(file, at, code, { value })
  const groups = (campaign.groups ?? []).map(group => group.id)
  const columns = reporting.columns.map(column => column.id)
  scoring.versions.forEach((version, at) => {
    const path = ['versions', at]
    version.classes?.forEach((one, nth) => {
      checkKinds(one.kinds, file, [...path, 'classes', nth, 'kinds'], complain)
      checkKnown(one.groups, groups, 'group-unknown', file, [...path, 'classes', nth, 'groups'], complain)
    })
    for (const section of ['adopted', 'composite'] as const)
      version[section]?.forEach((rule, nth) => {
        const place = [...path, section, nth]
        checkKinds(rule.at, file, [...place, 'at'], complain)
        checkKnown(rule.columns, columns, 'column-unknown', file, [...place, 'columns'], complain)
      })
  })
}
