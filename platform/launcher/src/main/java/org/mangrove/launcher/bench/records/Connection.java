package org.mangrove.launcher.bench.records;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that is kept, and the little of HTTP that a load program needs: the two share a machine with what is
 * measured, and a client that does more would take from it.
 */
final class Connection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final URI node;
    private final String headers;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean isOver;

    Connection(URI node) throws IOException {
        this.node = node;
        this.headers = " HTTP/1.1\r\nHost: 127.0.0.1:" + node.getPort()
                + "\r\nX-Experience-API-Version: 2.0.0\r\nAuthorization: ";
        this.socket = open();
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        this.out = socket.getOutputStream();
    }

    private Socket open() throws IOException {
        var opened = new Socket(InetAddress.getLoopbackAddress(), node.getPort());
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(PATIENCE_MILLIS);
        return opened;
    }

    /** The node ends a connection now and then, and says so beforehand. */
    private void openAgainIfOver() throws IOException {
        if (isOver) {
            socket.close();
            socket = open();
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            out = socket.getOutputStream();
            isOver = false;
        }
    }

    /** @param body as it was sent; empty if none was asked for */
    record Answer(int status, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Answer post(String path, String authorization, byte[] json) throws IOException {
        var head = "POST " + path + headers + authorization + "\r\nContent-Type: application/json\r\nContent-Length: "
                + json.length + "\r\n\r\n";
        var request = new ByteArrayOutputStream(head.length() + json.length);
        request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(json);
        openAgainIfOver();
        request.writeTo(out);
        return answer();
    }

    Answer get(String path, String authorization) throws IOException {
        openAgainIfOver();
        out.write(("GET " + path + headers + authorization + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return answer();
    }

    private Answer answer() throws IOException {
        String[] status = line().split(" ", 3);
        long length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            }
            isOver |= lower.equals("connection: close");
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        return new Answer(Integer.parseInt(status[1]), chunked ? chunks() : bytes((int) length));
    }

    /** Into an array of that length: a stream that does not know it would copy what it reads twice. */
    private byte[] bytes(int length) throws IOException {
        var bytes = new byte[length];
        if (in.readNBytes(bytes, 0, length) < length) {
            throw new EOFException("The node closed the connection");
        }
        return bytes;
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line().strip(), 16);
            all.writeBytes(bytes(length));
            line();
            if (length == 0) {
                return all.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (true) {
            int sign = in.read();
            if (sign < 0) {
                throw new EOFException("The node closed the connection");
            }
            if (sign == '\n') {
                return line.toString();
            }
            if (sign != '\r') {
                line.append((char) sign);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
