export const texts = []
export const routes = []
export const menu = []
