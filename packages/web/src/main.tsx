import './jitless.ts'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { applyPreferences } from './preferences/apply.ts'
import { registerWorker } from './register-worker.ts'

const root = document.getElementById('vigil')
if (!root) throw new Error('The page has no element for the application')

applyPreferences()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
registerWorker()
