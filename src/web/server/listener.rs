//! Connections within limits: only so many at a time, and none that takes its time without getting anything.
//!
//! Nobody who comes has to wait for those who are idle: where there is no room, an idle connection is closed.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::serve::Listener;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Instant, Sleep, sleep_until};
use tokio_util::sync::WaitForCancellationFutureOwned;

use super::slots::{Slot, Slots};

/// The most connections at a time; another one closes the idlest of whoever has most. Each costs some 20 kB.
const MAX_CONNECTIONS: usize = 512;
/// A connection over which nothing was sent for so long is closed: the other end is asleep, or slow on purpose.
const IDLE: Duration = Duration::from_secs(30);

/// Accepts connections within limits.
pub(crate) struct LimitedListener {
    listener: TcpListener,
    slots: Arc<Slots>,
}

impl LimitedListener {
    /// Puts limits on what a listener accepts.
    pub(crate) fn new(listener: TcpListener) -> Self {
        let slots = Arc::new(Slots::new(MAX_CONNECTIONS));
        Self { listener, slots }
    }
}

impl Listener for LimitedListener {
    type Io = IdleTimeout;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (IdleTimeout, SocketAddr) {
        let (stream, peer) = Listener::accept(&mut self.listener).await;
        // A small answer must not wait for the receipt of the one before; without it answers are slower, not wrong.
        let _ = stream.set_nodelay(true);
        let slot = self.slots.take(peer.ip().to_canonical());
        let connection = IdleTimeout {
            stream,
            deadline: Box::pin(sleep_until(Instant::now() + IDLE)),
            closing: Box::pin(slot.closing.clone().cancelled_owned()),
            slot,
        };
        (connection, peer)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// A connection that ends when nothing was sent over it for a while, or when it has to make room.
pub(crate) struct IdleTimeout {
    stream: TcpStream,
    deadline: Pin<Box<Sleep>>,
    closing: Pin<Box<WaitForCancellationFutureOwned>>,
    /// Taken for as long as the connection lasts.
    slot: Slot,
}

impl IdleTimeout {
    /// Returns what was polled, or an error where it was not ready in time.
    fn in_time<T>(
        &mut self,
        polled: Poll<io::Result<T>>,
        context: &mut Context<'_>,
    ) -> Poll<io::Result<T>> {
        let is_over = polled.is_pending()
            && (self.deadline.as_mut().poll(context).is_ready()
                || self.closing.as_mut().poll(context).is_ready());
        match is_over {
            true => Poll::Ready(Err(io::ErrorKind::TimedOut.into())),
            false => polled,
        }
    }

    /// Notes that something was sent.
    fn sent(&mut self, polled: &Poll<io::Result<usize>>) {
        if let Poll::Ready(Ok(_)) = polled {
            self.deadline.as_mut().reset(Instant::now() + IDLE);
            self.slot.used();
        }
    }
}

impl AsyncRead for IdleTimeout {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let polled = Pin::new(&mut this.stream).poll_read(context, buf);
        this.in_time(polled, context)
    }
}

impl AsyncWrite for IdleTimeout {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let polled = Pin::new(&mut this.stream).poll_write(context, buf);
        this.sent(&polled);
        this.in_time(polled, context)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let polled = Pin::new(&mut this.stream).poll_write_vectored(context, bufs);
        this.sent(&polled);
        this.in_time(polled, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(context)
    }
}
