import './jitless.ts'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'
import './app/arrival.ts'
import { start } from './app/start.tsx'
import { applyPreferences } from './preferences/apply.ts'
import { registerWorker } from './register-worker.ts'

const root = document.getElementById('vigil')
if (!root) throw new Error('The page has no element for the application')

applyPreferences()
void start(root)
registerWorker()
