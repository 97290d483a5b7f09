import type { WorkSource } from '@jianbao/platform/work'
import { workRows } from '@jianbao/platform/work'
import { importKeepers } from '../../contract/index.ts'
import { selectImports } from './import.store.ts'

/** Sheets that were checked and wait for somebody to confirm them. */
export const importWork: WorkSource = {
  roles: importKeepers,
  list: async ({ tx, scope }) => {
    const { rows, total } = await selectImports(tx, scope, { state: 'checked', pageSize: workRows })
    const shown = rows.map(({ id, fileName, personName, updatedAt }) => ({
      title: fileName,
      note: personName,
      at: new Date(updatedAt).toISOString(),
      link: `/imports/${id}`,
    }))
    return [{ kind: 'import.waiting', count: total, link: '/imports?state=checked', rows: shown }]
  },
}
