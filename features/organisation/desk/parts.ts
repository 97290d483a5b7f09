/** Parts of pages that other rooms use; apart from the room's own door, which the desk loads as a whole at its start. */
export { ActDialog } from './act-dialog.tsx'
export { FormDrawer } from './form-drawer.tsx'
export { type PickedUnit, UnitPicker } from './unit-picker.tsx'
export { useUnitKindWords } from './units/use-unit-kind-words.ts'
