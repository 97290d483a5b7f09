export const signViews = ['pages', 'text', 'changes', 'comments', 'way'] as const
export type SignView = (typeof signViews)[number]
export type SignSearch = { readonly view?: SignView | undefined }
