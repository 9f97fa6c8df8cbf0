import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { phoneProgram } from './src/phone/vite-plugin.ts';

export default defineConfig({ plugins: [sveltekit(), phoneProgram()] });
