import { choiceParam, type DeskRoute } from '@jianbao/ui'
import { signViews } from './sign-search.ts'

export { signTexts } from './sign.texts.ts'

export const signPages: readonly DeskRoute[] = [
  {
    path: '/editions/$id/sign',
    page: () => import('./sign.page.tsx'),
    search: search => ({ view: choiceParam(search['view'], signViews) }),
    roles: ['editor', 'reviser', 'signatory'],
  },
]
