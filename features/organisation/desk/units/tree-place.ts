/** Which branches stood open when the tree was left, so that coming back finds it as it was. */
let open: ReadonlySet<string> | null = null

export function rememberOpen(ids: ReadonlySet<string>): void {
  open = ids
}

export const rememberedOpen = (): ReadonlySet<string> | null => open
