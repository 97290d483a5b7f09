/** 回避: which objects an inspector does not inspect. */

type Place = { readonly path: string }

/**
 * Their own unit, what stands above it and what stands below it. Units at or above the chosen range hold all of it: whoever
 * works there is recused from nothing by that.
 */
export function isOwn(inspector: Place | null, object: Place, root: Place): boolean {
  if (!inspector || root.path.startsWith(inspector.path)) return false
  return object.path.startsWith(inspector.path) || inspector.path.startsWith(object.path)
}
