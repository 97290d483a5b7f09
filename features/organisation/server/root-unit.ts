/** The unit at the top of the tree, there from the beginning. */
export const rootUnitId = '00000000-0000-4000-8000-000000000001'
