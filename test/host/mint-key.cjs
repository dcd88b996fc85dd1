// Loaded into the VS Code server (`--require`). The page asks its server for the key that seals SecretStorage in the
// browser's storage; in code-server its front end answers that, which is not here, and without an answer no secret
// outlives a reload.
const { readFileSync } = require('node:fs');
const { Server } = require('node:http');
const { join } = require('node:path');

const dataDirOption = process.argv.indexOf('--server-data-dir');

if (dataDirOption > 0) {
	const keyFile = join(process.argv[dataDirOption + 1], 'secret-key');
	const { emit } = Server.prototype;
	Server.prototype.emit = function (event, request, response, ...rest) {
		if (event === 'request' && request.method === 'POST' && request.url?.startsWith('/mint-key')) {
			response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' });
			response.end(readFileSync(keyFile));
			return true;
		}
		return emit.call(this, event, request, response, ...rest);
	};
}
