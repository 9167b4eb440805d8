import { functionLines } from './function-lines.ts'
import { pure } from './pure.ts'
import { walls } from './walls.ts'

const plugin = { meta: { name: 'house' }, rules: { walls, pure, 'function-lines': functionLines } }

export default plugin
