import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

// The page may lie in any folder of a site.
export default defineConfig({ base: './', plugins: [vue()] });
