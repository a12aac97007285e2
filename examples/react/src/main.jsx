import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Visit } from './Visit.jsx';

createRoot(document.getElementById('main')).render(<StrictMode><Visit /></StrictMode>);
