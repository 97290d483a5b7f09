/** The page of one item, and the form it is proposed in. */
import type { DeskRoute, Texts } from '@jianbao/ui'
import { ledgerKeepers, ledgerReaders } from '../../../contract/index.ts'
import { proposeTexts } from '../propose/propose.texts.ts'
import { readProposeSearch } from '../propose/propose-search.ts'
import { itemTexts } from './item.texts.ts'

export const itemPageTexts: readonly Texts[] = [itemTexts, proposeTexts]

export const itemPageRoutes: readonly DeskRoute[] = [
  { path: '/ledger-items/$id', page: () => import('./item.page.tsx'), roles: ledgerReaders },
  {
    path: '/ledger-items/$id/edit',
    page: () => import('../propose/edit-item.page.tsx'),
    roles: ledgerKeepers,
  },
  {
    path: '/ledgers/new',
    page: () => import('../propose/new-item.page.tsx'),
    search: readProposeSearch,
    roles: ledgerKeepers,
  },
]
