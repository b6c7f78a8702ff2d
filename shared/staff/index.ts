export { Colleague, listStaff } from './list.ts'
export { Me, whoAmI } from './me.ts'
