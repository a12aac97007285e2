import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  // The pages may lie in any folder of a site.
  base: './',
  plugins: [react()],
  build: { rolldownOptions: { input: ['index.html', 'react-hook-form.html', 'tanstack-form.html'] } },
});
