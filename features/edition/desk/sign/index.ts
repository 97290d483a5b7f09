import { choiceParam, type DeskRoute } from '@jianbao/ui'

export { signTexts } from './sign.texts.ts'

export const signViews = ['pages', 'text', 'changes', 'comments', 'way'] as const
export type SignView = (typeof signViews)[number]
export type SignSearch = { readonly view?: SignView | undefined }

export const signPages: readonly DeskRoute[] = [
  {
    path: '/editions/$id/sign',
    page: () => import('./sign.page.tsx'),
    search: search => ({ view: choiceParam(search['view'], signViews) }),
    roles: ['editor', 'reviser', 'signatory'],
  },
]
